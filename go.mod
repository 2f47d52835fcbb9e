module github.com/entente-news/entente

go 1.26.8
